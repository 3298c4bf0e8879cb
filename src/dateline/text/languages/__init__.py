"""The small closed word lists that rules need, one module per language and purpose.

``en.py`` has pronouns and words of saying, ``en_names.py`` titles and heads of names. A new language is a set of
modules ``<iso>*.py`` that define the same names, and gold to measure it.
"""
