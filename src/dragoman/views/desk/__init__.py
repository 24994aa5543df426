"""What an analyst's desk shows of a ledger: each module computes the rows of one view. Pure; `web/` renders them."""
