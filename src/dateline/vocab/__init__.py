"""Controlled vocabularies: reviewable data in ``data/``, and typed loaders that only interpret it.

Each module loads one vocabulary through a cached function of the same name: ``event_types``, ``modes``,
``contexts``, ``sectors``, ``cameo`` (``cameo_to_plover``, ``plover_to_cameo``), ``item_classes``, ``arms_status``.
``listing`` prints them. Files are read and checked by ``loading``. ``item_matching`` finds worded arms in a text,
``item_classifying`` says to which class they belong.
"""
