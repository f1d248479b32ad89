"""Wording of situations, grounds and notices; read only through answer_builder.catalogue."""
