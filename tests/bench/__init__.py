"""How long things take as they grow: `make bench`. Nothing here is a test, and no test asserts a speed."""
