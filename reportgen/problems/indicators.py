"""What can be wrong with tables of indicator data (`DL`).

`DL1..` the file and its sheets, `DL2..` cells, `DL3..` units, `DL4..` indices, points and years, `DL5..` published
results that the data does not bear out.
"""

from reportgen.problems.problem import ProblemKind, Severity

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING
_NOTE = Severity.NOTE

EMPTY_SHEET = ProblemKind(
    "DL101",
    _ERROR,
    "trang tính không có số liệu nào",
    "the sheet holds no data",
    ("xoá trang này, hoặc điền một dòng tiêu đề và mỗi đơn vị một dòng",),
    ("delete the sheet, or give it a header and a row for each unit",),
)
CONVERTED = ProblemKind(
    "DL102",
    _WARNING,
    "tệp ở bảng mã {encoding}; đã đổi sang Unicode để đọc",
    "the file is in {encoding}; it was converted to Unicode",
    ("xem lại tên đơn vị và tiêu đề; lần sau lưu tệp với mã UTF-8",),
    ("check names and headings; save the file as UTF-8 next time",),
)
UNKNOWN_ENCODING = ProblemKind(
    "DL103",
    _ERROR,
    "không rõ bảng mã của tệp: byte thứ {offset} không phải UTF-8",
    "the encoding of the file is not known: byte {offset} is not UTF-8",
    ("mở tệp trong Excel hoặc trình soạn thảo rồi lưu lại với mã UTF-8",),
    ("open the file in Excel or an editor and save it as UTF-8",),
)
NOT_A_WORKBOOK = ProblemKind(
    "DL104",
    _ERROR,
    "không mở được như một tệp Excel: {reason}",
    "it cannot be opened as an Excel file: {reason_en}",
    ("mở tệp trong Excel và lưu lại dạng .xlsx, không đặt mật khẩu",),
    ("open the file in Excel and save it as .xlsx without a password",),
)
TOO_LARGE = ProblemKind(
    "DL105",
    _ERROR,
    "{what} vượt mức tối đa {limit}",
    "{what_en} is more than the limit of {limit}",
    ("chỉ giữ số liệu trong tệp này, xoá dòng và cột thừa",),
    ("keep only data in this file, and delete spare rows and columns",),
)
HIDDEN_SHEET = ProblemKind(
    "DL106",
    _WARNING,
    "trang tính bị ẩn nên không được đọc",
    "the sheet is hidden and was not read",
    ("bỏ ẩn trang này nếu số liệu ở đó phải được tính",),
    ("unhide the sheet if its data has to count",),
)
NO_HEADER = ProblemKind(
    "DL107",
    _ERROR,
    "không tìm thấy dòng tiêu đề có cột đơn vị và cột chỉ số",
    "no header row with a column of units and one of indices was found",
    ("đặt tên cột đơn vị là `ma` hoặc `ten`, các cột khác là khóa hoặc tên chỉ số (ví dụ `{example}`)",),
    ("call the column of units `ma` or `ten`, and the others by key or name of the index (such as `{example}`)",),
)
BAD_CSV = ProblemKind(
    "DL108",
    _ERROR,
    "sai định dạng CSV: {reason}",
    "the CSV is malformed: {reason}",
    ("xem lại dấu ngoặc kép và dấu phân cách ở dòng này",),
    ("check quotes and separators on this line",),
)
MERGED_DATA = ProblemKind(
    "DL109",
    _WARNING,
    "các ô {range} gộp làm một; mọi dòng trong đó được hiểu là cùng giá trị “{found}”",
    "the cells {range} are merged; each row in them is taken to have the value “{found}”",
    ("bỏ gộp ô và ghi giá trị cho từng dòng",),
    ("unmerge the cells and give each row its value",),
)

NOT_A_NUMBER = ProblemKind(
    "DL201",
    _ERROR,
    "cần một số cho “{column}”, nhưng ô ghi “{found}”",
    "expected a number for “{column}”, but the cell says “{found}”",
    ("ghi một số như 0,8253 hoặc 86,97%; chưa biết thì để trống hoặc ghi “chưa có số liệu”",),
    ("give a number such as 0,8253 or 86,97%; leave it blank or write “chưa có số liệu” if unknown",),
)
NEGATIVE = ProblemKind(
    "DL202",
    _ERROR,
    "“{column}” là {found}, nhỏ hơn 0",
    "“{column}” is {found}, which is below 0",
    ("sửa lại số; chưa biết thì để trống",),
    ("correct the number; leave it blank if unknown",),
)
ABOVE_MAXIMUM = ProblemKind(
    "DL203",
    _ERROR,
    "“{column}” là {found}, vượt mức tối đa {maximum}",
    "“{column}” is {found}, more than the maximum of {maximum}",
    ("xem lại số và thang đo: tệp này được khai báo là {scale}",),
    ("check the number and the scale: the file is declared as {scale}",),
)
NUMBER_AS_TEXT = ProblemKind(
    "DL204",
    _NOTE,
    "cột “{column}” có {count} ô ghi số dưới dạng chữ; vẫn đọc được",
    "the column “{column}” has {count} numbers stored as text; they were read",
    ("đổi định dạng ô sang số để Excel tính được",),
    ("change the cells to numbers so that Excel can compute with them",),
)
MIXED_DECIMALS = ProblemKind(
    "DL205",
    _NOTE,
    "cột “{column}” ghi cả dấu phẩy và dấu chấm thập phân; {count} ô có dấu chấm, như “{found}”, đọc là {value}",
    "the column “{column}” mixes decimal commas and points; {count} cells have a point: “{found}” is read as {value}",
    ("nên ghi thống nhất dấu phẩy",),
    ("better write commas throughout",),
)
NO_CACHED_VALUE = ProblemKind(
    "DL206",
    _ERROR,
    "ô có công thức “{found}” nhưng tệp không lưu kết quả",
    "the cell has the formula “{found}”, but the file holds no result for it",
    ("mở tệp trong Excel, chờ tính xong rồi lưu lại, hoặc dán giá trị thay công thức",),
    ("open the file in Excel, let it compute and save it, or paste values in place of formulas",),
)
ERROR_VALUE = ProblemKind(
    "DL207",
    _ERROR,
    "ô báo lỗi {found}",
    "the cell shows the error {found}",
    ("sửa công thức; chưa biết thì để trống",),
    ("correct the formula; leave it blank if unknown",),
)
READ_AS_DECIMAL = ProblemKind(
    "DL208",
    _WARNING,
    "“{found}” được đọc là {value} (dấu chấm thập phân), vì {other} vượt mức tối đa {maximum}",
    "“{found}” is read as {value} (a decimal point), because {other} is more than the maximum of {maximum}",
    ("ghi dấu phẩy thập phân cho rõ",),
    ("write a decimal comma to be clear",),
)
NOT_YES_NO = ProblemKind(
    "DL209",
    _ERROR,
    "cần “có” hoặc “không” cho “{column}”, nhưng ô ghi “{found}”",
    "expected “có” or “không” for “{column}”, but the cell says “{found}”",
    ("ghi có hoặc không (1 hoặc 0); chưa biết thì để trống",),
    ("write có or không (1 or 0); leave it blank if unknown",),
)
NOT_A_RANK = ProblemKind(
    "DL210",
    _ERROR,
    "cần một thứ hạng, nhưng ô ghi “{found}”",
    "expected a rank, but the cell says “{found}”",
    ("ghi số nguyên từ 1, hoặc để trống",),
    ("give a whole number from 1, or leave it blank",),
)
TOO_MANY_CELLS = ProblemKind(
    "DL211",
    _ERROR,
    "dòng có {found} ô, nhiều hơn tiêu đề ({expected} ô); phần thừa là “{extra}”",
    "the row has {found} cells, more than the header ({expected}); the rest is “{extra}”",
    ("nếu số ghi dấu phẩy thập phân thì dùng dấu chấm phẩy để phân cách các cột",),
    ("where numbers have decimal commas, part the columns by semicolons",),
)
MOST_ABOVE_MAXIMUM = ProblemKind(
    "DL212",
    _ERROR,
    "{count} số vượt mức tối đa, như “{column}” ở ô {cell} là {found} trong khi tối đa là {maximum}: có lẽ sai thang "
    "đo",
    "{count} numbers are above their maximum, such as “{column}” in cell {cell}, {found} of at most {maximum}: the "
    "scale is probably wrong",
    (
        "số là phần trăm thì ghi dấu % (như {percent}); là điểm thì dùng `--scale diem` (trong tệp ấn phẩm: "
        "`thang_do: diem`)",
        "tệp này được khai báo là {scale}: xem lại `--scale` (trong tệp ấn phẩm: `thang_do`)",
    ),
    (
        "write percentages with “%” (such as {percent}); for points use `--scale diem` (in an edition file: "
        "`thang_do: diem`)",
        "the file is declared as {scale}: check `--scale` (in an edition file: `thang_do`)",
    ),
)
POINTS_LIKE_VALUES = ProblemKind(
    "DL213",
    _ERROR,
    "bảng được khai báo là điểm, nhưng cả {count} số đều không quá 1 trong khi điểm tối đa đến {maximum}: có lẽ sai "
    "thang đo",
    "the table is declared as points, but all {count} numbers are at most 1 where maxima are up to {maximum}: the "
    "scale is probably wrong",
    ("số là giá trị từ 0 đến 1 thì dùng `--scale gia_tri` (trong tệp ấn phẩm: `thang_do: gia_tri`)",),
    ("for values from 0 to 1 use `--scale gia_tri` (in an edition file: `thang_do: gia_tri`)",),
)

UNIT_TWICE = ProblemKind(
    "DL301",
    _ERROR,
    "đơn vị “{unit}” ghi hai lần: ô {first} và ô {second}",
    "the unit “{unit}” is given twice: in cell {first} and in cell {second}",
    ("gộp hai dòng làm một hoặc xoá một dòng",),
    ("merge the two rows or delete one",),
)
UNITS_MISSING = ProblemKind(
    "DL302",
    _WARNING,
    "thiếu {count} đơn vị: {units}",
    "{count} units are missing: {units}",
    ("thêm dòng cho các đơn vị này, để trống các ô chưa biết; thứ hạng chỉ tính giữa các đơn vị có trong tệp",),
    ("add rows for them, blank where unknown; ranks are among the units in the file only",),
)
NOT_RANKED_HERE = ProblemKind(
    "DL303",
    _ERROR,
    "“{unit}” không thuộc diện xếp hạng của {index_set}",
    "“{unit}” is not among the units that {index_set} ranks",
    ("xoá dòng này hoặc chọn bộ chỉ số khác",),
    ("delete the row or choose another index set",),
)
SUMMARY_ROW = ProblemKind(
    "DL304",
    _NOTE,
    "dòng “{found}” không phải là đơn vị nên không được tính",
    "the row “{found}” is no unit and was left out",
)
NO_UNIT_NAME = ProblemKind(
    "DL305",
    _ERROR,
    "dòng có số liệu nhưng không ghi đơn vị",
    "the row has data but names no unit",
    ("ghi mã hoặc tên đơn vị ở ô này",),
    ("give the unit's code or name in this cell",),
)
CODE_AND_NAME_DIFFER = ProblemKind(
    "DL306",
    _ERROR,
    "mã “{code}” là {by_code}, nhưng tên là “{name}”",
    "the code “{code}” is {by_code}, but the name is “{name}”",
    ("sửa mã hoặc tên",),
    ("correct the code or the name",),
)
NO_UNIT_RANKED = ProblemKind(
    "DL307",
    _ERROR,
    "cả {count} đơn vị trong bảng, như “{unit}”, không thuộc diện xếp hạng của {index_set}",
    "none of the {count} units in the table, such as “{unit}”, is among those that {index_set} ranks",
    ("chọn bộ chỉ số khác bằng `--set` (trong tệp ấn phẩm: `bo_chi_so`)",),
    ("choose another index set with `--set` (in an edition file: `bo_chi_so`)",),
)

UNKNOWN_INDICATOR = ProblemKind(
    "DL401",
    _ERROR,
    "cột “{found}” không phải chỉ số nào của {index_set}",
    "the column “{found}” is no index of {index_set}",
    ("có phải `{nearest}`?", "đặt tên cột theo khóa hoặc tên chỉ số, hoặc xoá cột"),
    ("did you mean `{nearest}`?", "name the column by key or name of an index, or delete it"),
)
INDICATOR_TWICE = ProblemKind(
    "DL402",
    _ERROR,
    "chỉ số “{column}” có hai cột: ô {first} và ô {second}",
    "the index “{column}” has two columns: cell {first} and cell {second}",
    ("xoá một cột",),
    ("delete one of the columns",),
)
INDICATORS_MISSING = ProblemKind(
    "DL403",
    _WARNING,
    "không có cột cho: {names}; được coi là chưa có số liệu",
    "there is no column for: {names}; they count as unknown",
    ("thêm cột, hoặc cột của mọi chỉ số thành phần",),
    ("add the column, or those of all its components",),
)
YEAR_OUTSIDE = ProblemKind(
    "DL404",
    _ERROR,
    "{index_set} dùng cho {validity}, không dùng cho năm {year}",
    "{index_set} is for {validity}, not for {year}",
    ("chọn bộ chỉ số có hiệu lực cho năm {year}",),
    ("choose the index set in force for {year}",),
)
POINTS_DO_NOT_SUM = ProblemKind(
    "DL405",
    _ERROR,
    "điểm tối đa không khớp: {fault}",
    "the maxima do not fit: {fault}",
    ("xem lại dòng “Điểm tối đa”",),
    ("check the row “Điểm tối đa”",),
)
POINTS_NEEDED = ProblemKind(
    "DL406",
    _ERROR,
    "{index_set} chưa công bố điểm tối đa của: {names}",
    "{index_set} does not publish the maxima of: {names}",
    ("thêm dòng “Điểm tối đa” dưới tiêu đề, ghi điểm cho các cột này",),
    ("add a row “Điểm tối đa” under the header with the points of these columns",),
)
POINTS_DIFFER = ProblemKind(
    "DL407",
    _ERROR,
    "điểm tối đa của “{column}” ghi {found}, nhưng theo quyết định là {expected}",
    "the maximum of “{column}” is given as {found}, but by decision it is {expected}",
    ("sửa theo {document}",),
    ("correct it after {document}",),
)
RULE_NEEDED = ProblemKind(
    "DL408",
    _ERROR,
    "chưa có cách chấm cho số liệu của “{column}”",
    "there is no rule to score the values of “{column}”",
    ("khai báo cách chấm trong bộ chỉ số, hoặc ghi điểm đã chấm",),
    ("declare its rule in the index set, or give the points it was assessed at",),
)

TOTAL_DIFFERS = ProblemKind(
    "DL501",
    _WARNING,
    "tổng đã công bố của {unit} là {published}, tính lại được {computed}",
    "the published total of {unit} is {published}, recomputed it is {computed}",
    ("xem lại các giá trị của đơn vị; lệch đến {tolerance} là do làm tròn",),
    ("check the values of the unit; up to {tolerance} is rounding",),
)
RANK_DIFFERS = ProblemKind(
    "DL502",
    _WARNING,
    "hạng đã công bố của {unit} là {published}, theo tổng đã công bố là {computed}",
    "the published rank of {unit} is {published}, by the published totals it is {computed}",
    ("xem lại tổng và hạng của đơn vị",),
    ("check total and rank of the unit",),
)

NO_ROBUSTNESS = ProblemKind(
    "DL601",
    _ERROR,
    "không thử được độ chắc của thứ hạng: {reason}",
    "how firm the ranks are cannot be tried: {reason}",
    ("bỏ `--draws`, hoặc điền đủ giá trị các chỉ số",),
    ("leave out `--draws`, or give the values of the indicators",),
)
