"""Dragoman: reads news reports of diplomacy and crises and keeps a cited ledger.

The house, in the order of the journey (each room may import those above it):

    records/    the nouns                     resolve/   who, when, where
    lexicon/    words and names, as tables    extract/   said, done, wanted, counted
    kit.py      tables + parser, built once   interpret.py  THE FLOW: Source -> Reading
    read/       files, pages, lines -> Source engines/   many articles, several workers
    clean/      labels for every block        views/     rows to show
    parse/      the grammar, behind one door  cli/       the command line
"""

__version__ = "0.1.0"
