"""Official documents of Vietnamese agencies from structured inputs, in the form of Decree 30/2020/ND-CP."""
