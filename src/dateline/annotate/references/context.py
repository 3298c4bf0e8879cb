"""What the rules of reference share: parse, referents by token, quotations, and the scene so far."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.annotate.gazetteer import known_names
from dateline.annotate.references.referents import FEMALE, MALE, Referent
from dateline.annotate.references.scene import Scene
from dateline.annotate.subjects import SUBJECTS
from dateline.annotate.tree import Tree
from dateline.model import Document, Evidence, Quotation, Sentence
from dateline.text.languages import en
from dateline.vocab.territories import territories

_CLAUSE = frozenset({"VERB", "AUX"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_FIRST = en.FIRST_SINGULAR | en.FIRST_PLURAL
_SHARED = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An indirect mention, resolved: tokens ``[first, last)`` with head ``head`` stand for ``referent``.

    Attributes:
        name: What the words stand for; the referent's name unless the rule says more ("government of Myanmar").
        referent: The named party, or None when a common noun phrase is the antecedent.
        antecedent: Where the antecedent stands, or None when it stands nowhere in the text.
    """

    first: int
    last: int
    head: int
    name: str
    referent: Referent | None
    antecedent: Evidence | None
    reason: str
    certainty: float


class Context:
    """One document while its references are being resolved."""

    def __init__(
        self,
        tree: Tree,
        sentences: Sequence[Sentence],
        referents: Sequence[Referent],
        quotations: Sequence[Quotation],
        document: Document,
    ) -> None:
        self.document = document
        self.publisher = document.publisher or ""
        #: Countries that the headline names.
        headline = document.title or ""
        self.headlined = {each.country for each in known_names(headline, 0, len(headline)) if each.country}
        self._direct = [each for each in quotations if each.direct]
        self.tree = tree
        self.sentences = sentences
        self.referents = referents
        self.quotations = [
            each for each in self._direct if each.speaker is not None and each.speaker.text.lower() not in _FIRST
        ]
        self.scene = Scene(tree)
        self.starts = [token.start for token in tree.tokens]
        self.named = {mention.head: referent for referent in referents for mention in referent.mentions}
        #: Tokens of titles that stand with a name.
        self.titled = {
            i for referent in referents for mention in referent.mentions if mention.title for i in range(*mention.title)
        }
        #: What each token of a resolved phrase stands for.
        self.resolved: dict[int, list[Link]] = {}
        self._genders: dict[Referent, str] = {}

    def referent_at(self, token: int) -> Referent | None:
        """What the phrase with head ``token`` stands for, by name or by a reference resolved before."""
        found = self.named.get(token)
        if found is not None:
            return found
        links = self.resolved.get(token)
        if links:
            return links[0].referent
        apposed = self.tree.child(token, "appos")
        return None if apposed is None else self.named.get(apposed)

    def gender(self, referent: Referent) -> str:
        """The gender that name, titles or an earlier pronoun tell, or ""."""
        return referent.gender or self._genders.get(referent, "")

    def state(self, country: str) -> tuple[str, Referent | None] | None:
        """Name and, where the document names it, referent of the state with an ISO 3166 alpha-3 code."""
        for each in self.referents:
            if each.state and country in each.countries:
                return each.name, each
        territory = territories().get(country)
        return None if territory is None else (territory.name, None)

    def add(self, link: Link) -> None:
        """Take a resolved reference into the scene."""
        word = self.tree.tokens[link.head].text.lower()
        if link.referent is not None and word in en.MALE | en.FEMALE:
            self._genders.setdefault(link.referent, MALE if word in en.MALE else FEMALE)
        self.resolved.setdefault(link.head, []).append(link)
        if link.referent is not None:
            self.scene.add(link.head, link.referent)

    def tokens_of(self, words: Evidence) -> range:
        """The tokens of a quote."""
        return range(bisect_left(self.starts, words.start), bisect_left(self.starts, words.end))

    def clause(self, token: int) -> int:
        """The verb of the clause that a token belongs to (itself, when it is a verb; the root at last)."""
        tokens = self.tree.tokens
        while tokens[token].pos not in _CLAUSE and tokens[token].head != token:
            token = tokens[token].head
        while tokens[token].dep in {"aux", "auxpass"}:
            token = tokens[token].head
        return token

    def subjects_above(self, token: int) -> Iterator[int]:
        """Subjects a pronoun likes best: of its own clause, of the clauses above, of the sentence before."""
        seen = {token}
        verb = self.clause(token)
        for _ in range(5):
            subject = self.subject(verb)
            if subject is not None and subject not in seen and subject < token:
                seen.add(subject)
                yield subject
            above = self.tree.tokens[verb].head
            if above == verb:
                break
            verb = self.clause(above)
        sentence = self.tree.tokens[token].sentence
        if sentence > 0:
            subject = self.main_subject(sentence - 1)
            if subject is not None:
                yield subject

    def main_subject(self, sentence: int) -> int | None:
        """The subject of a sentence's main clause, or None."""
        span = self.sentences[sentence]
        roots = [token.i for token in self.tree.tokens[span.first : span.last] if token.head == token.i]
        return self.subject(roots[0]) if roots else None

    def subject(self, verb: int) -> int | None:
        """The grammatical subject of a verb: its own, or the one it shares with the verb it hangs on."""
        tokens = self.tree.tokens
        for _ in range(4):
            own = self.tree.child(verb, *SUBJECTS)
            if own is not None:
                return self._antecedent(own, verb)
            if tokens[verb].tag in _FINITE and verb - 1 in self.named:
                return verb - 1
            if tokens[verb].dep in {"acl", "relcl"}:
                return tokens[verb].head
            if tokens[verb].dep not in _SHARED or tokens[verb].head == verb:
                return None
            verb = self.clause(tokens[verb].head)
        return None

    def _antecedent(self, subject: int, verb: int) -> int:
        tokens = self.tree.tokens
        relative = tokens[subject].text.lower() in _RELATIVE and tokens[verb].dep in {"relcl", "acl"}
        return tokens[verb].head if relative else subject

    def quoted(self, token: int) -> bool:
        """Whether the token stands between quotation marks."""
        start = self.tree.tokens[token].start
        return any(each.start <= start < each.end for each in self._direct)

    def speaker_at(self, token: int) -> tuple[int, Quotation] | None:
        """The head of the words naming who speaks the direct quotation around ``token``."""
        start = self.tree.tokens[token].start
        around = [each for each in self.quotations if each.start <= start < each.end]
        for each in sorted(around, key=lambda each: each.end - each.start):
            if each.speaker is not None:
                tokens = self.tokens_of(each.speaker)
                return self.tree.head_of(tokens.start, tokens.stop), each
        return None
