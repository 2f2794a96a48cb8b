"""What the key `loai` says in inputs that have a model of their own; apart from those, which take long to import."""

KIND = "bao_cao_749"
PUBLICATION = "an_pham_dti"
