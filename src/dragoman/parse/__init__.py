"""Article -> Parsed: grammar behind one door; no object of the parser leaves this room."""
