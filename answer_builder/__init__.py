"""Letters with which Russian public authorities answer citizens' appeals."""

__version__ = "0.1.0"
