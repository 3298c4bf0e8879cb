"""One module per language: the small closed word lists that rules need (``en.py``).

A new language is a module ``<iso>.py`` here that defines the same names as ``en.py``, and gold to measure it.
"""
