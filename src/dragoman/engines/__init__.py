"""How `interpret` is mapped over many documents: one file per engine."""
