"""Knowledge as data: tables in `data/`, their columns in `tables.py`, and the indexes built from them."""
