"""Every figure the README states is printed by a module here."""
