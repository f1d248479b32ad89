"""Reports: one module a format, each with `render(files) -> str`."""
