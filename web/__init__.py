"""The web form of Answer Builder."""
