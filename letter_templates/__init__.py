"""Letterheads and profiles of authorities; read only through answer_builder.authorities."""
