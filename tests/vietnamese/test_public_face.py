from reportgen import vietnamese


def test_every_exported_name_exists_and_the_list_is_sorted() -> None:
    names = vietnamese.__all__
    assert all(hasattr(vietnamese, name) for name in names)
    constants = [name for name in names if name.isupper()]
    classes = [name for name in names if name[0].isupper() and not name.isupper()]
    functions = [name for name in names if name.islower()]
    assert names == sorted(constants) + sorted(classes) + sorted(functions)
