"""The kinds of rules: one module each, with a `read(table, category)` that gives a Finder."""
