"""What the key `loai` says in an input of the progress report; apart from its model, which takes long to import."""

KIND = "bao_cao_749"
