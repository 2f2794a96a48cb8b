"""The form that Decree 30/2020/ND-CP prescribes, as data with its clauses, and the checks against it."""
