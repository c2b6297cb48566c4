"""The declarations of the kinds, read from their files and checked strictly: a wrong word stops the start."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from importlib import resources
from typing import Any

from union.law.dates.periods import PERIODS, Rule
from union.law.paths.told import FACTS, Problem
from union.law.sources.articles import ARTICLES
from union.law.sources.sentence import Sentence

Condition = Mapping[str, tuple[str, ...]]
"""Facts with the answers that they may have; it holds where all of them do."""


class Who(StrEnum):
    """Who does a step: one of us, or the other side."""

    DELEGATE = "delegate"
    ORGANISER = "organiser"
    LEGAL = "legal"
    EMPLOYER = "employer"
    INSPECTOR = "inspector"
    AUTHORITY = "authority"
    COURT = "court"


OURS = frozenset({Who.DELEGATE, Who.ORGANISER, Who.LEGAL})


class Opens(StrEnum):
    """When a step opens that comes after another."""

    DONE = "done"
    """Once the other was done."""
    NOTHING = "nothing"
    """Once its day has passed and nothing came."""
    EITHER = "either"


class CountedFrom(StrEnum):
    """The day that a period or a term runs from."""

    EVENT = "event"
    ENDED = "ended"
    NOTED = "noted"
    AFTER = "after"
    """The day on which the step before was done."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act, whatever the path that it stands on: who does it, what it is, the keys of its articles."""

    who: Who
    what: Sentence
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PathStep:
    """An act at its place on a path.

    `follow_up` are the days after which we ask again where no period of the law runs; `letter` is the code of its
    letter; `proof` says whether doing it leaves a proof that is written down.
    """

    code: str
    when: Condition = field(default_factory=dict)
    after: str = ""
    opens: Opens = Opens.DONE
    period: Rule | None = None
    counted_from: CountedFrom = CountedFrom.EVENT
    follow_up: int = 0
    letter: str = ""
    proof: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """What a report calls a kind of problem: its name, its drawing, and whom it is shown to at first."""

    name: Sentence
    icon: str
    written_note: bool
    """Whether it may stand in the delegates' written note, which the employer reads."""
    confidential: bool
    """Whether a report proposes to keep it to named readers."""


@dataclass(frozen=True, slots=True)
class Path:
    """One file: when it is followed, and its steps in the order in which the law names them."""

    name: str
    place: int
    when: tuple[Condition, ...]
    steps: tuple[PathStep, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Declared:
    """Every declaration: the acts by their code, the kinds by their problem, the paths in their order."""

    acts: Mapping[str, Act]
    kinds: Mapping[Problem, Kind]
    paths: tuple[Path, ...]

    def follow_ups(self, code: str) -> tuple[str, ...]:
        """The acts that open if nothing comes of this one."""
        found = (one for path in self.paths for one in path.steps)
        return tuple(dict.fromkeys(one.code for one in found if one.after == code and one.opens is not Opens.DONE))


_OF_ACT = frozenset(one.name for one in fields(Act))
_OF_STEP = frozenset(one.name for one in fields(PathStep))


def read(texts: Mapping[str, str]) -> Declared:
    """The declarations in these files, by name; ValueError says which file is wrong and where."""
    acts: dict[str, Act] = {}
    kinds: dict[Problem, Kind] = {}
    paths = []
    for name, text in sorted(texts.items()):
        try:
            paths.append(_path(name, tomllib.loads(text), acts, kinds))
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"{name}.toml: {error}") from error
    declared = Declared(acts, kinds, tuple(sorted(paths, key=lambda one: one.place)))
    _check_whole(declared)
    return declared


def _path(name: str, given: dict[str, Any], acts: dict[str, Act], kinds: dict[Problem, Kind]) -> Path:
    _only(given, {"place", "when", "problem", "step"}, "the file")
    for code, said in given.get("problem", {}).items():
        _only(said, {one.name for one in fields(Kind)}, code)
        if Problem(code) in kinds:
            raise ValueError(f"{code} is declared elsewhere too")
        kinds[Problem(code)] = Kind(**{**said, "name": Sentence(said["name"])})
    steps = tuple(_step(one, acts) for one in given.get("step", ()))
    return Path(name, int(given["place"]), tuple(_condition(one) for one in given["when"]), steps)


def _step(given: dict[str, Any], acts: dict[str, Act]) -> PathStep:
    code = given["code"]
    _only(given, _OF_ACT | _OF_STEP, code)
    if "what" in given:
        if code in acts:
            raise ValueError(f"{code} is worded elsewhere too")
        acts[code] = Act(Who(given["who"]), Sentence(given["what"]), tuple(given["articles"]))
    elif _OF_ACT & set(given):
        raise ValueError(f"{code} says who or by which article, and not what")
    said = {key: given[key] for key in _OF_STEP & set(given)}
    step = PathStep(**{key: _AS[key](value) if key in _AS else value for key, value in said.items()})
    if step.period and step.follow_up:
        raise ValueError(f"{code} has a period of the law: it needs no term of ours")
    counted = step.follow_up or step.counted_from is CountedFrom.AFTER
    if counted and not (step.after and step.opens is Opens.DONE):
        raise ValueError(f"{code} is counted from the day of a step before: name it, and open only once it was done")
    if step.opens is not Opens.DONE and not step.after:
        raise ValueError(f"{code} opens after a step, and names none")
    return step


def _condition(given: Mapping[str, list[str]]) -> Condition:
    for fact, answers in given.items():
        if fact not in FACTS:
            raise ValueError(f"{fact} is no fact of a grievance")
        if unknown := set(answers) - set(FACTS[fact]):
            raise ValueError(f"{fact} is never {', '.join(sorted(unknown))}")
    return {fact: tuple(answers) for fact, answers in given.items()}


_AS: dict[str, Callable[[Any], Any]] = {
    "when": _condition,
    "opens": Opens,
    "period": Rule,
    "counted_from": CountedFrom,
}
"""How what a file says of a step is understood; what is not here stands as it is."""


def _check_whole(declared: Declared) -> None:
    """What hangs on all files together: each code is worded once, each article known, each problem declared."""
    for path in declared.paths:
        for step in path.steps:
            named = {step.code, step.after} - {""}
            if unknown := named - set(declared.acts):
                raise ValueError(f"{path.name}.toml: {', '.join(sorted(unknown))} is worded nowhere")
            if step.period and step.period not in PERIODS:
                raise ValueError(f"{path.name}.toml: {step.period} has no length")
    for code, act in declared.acts.items():
        if unknown := set(act.articles) - set(ARTICLES):
            raise ValueError(f"{code}: {', '.join(sorted(unknown))} is not in the list of articles")
    if missing := set(Problem) - set(declared.kinds):
        raise ValueError(f"{', '.join(sorted(missing))} is declared in no file")


def _only(given: Mapping[str, Any], known: frozenset[str] | set[str], where: str) -> None:
    if unknown := set(given) - known:
        raise ValueError(f"{where} says {', '.join(sorted(unknown))}, which nothing reads")


def _texts() -> dict[str, str]:
    files = resources.files(__package__).iterdir()
    return {one.name.removesuffix(".toml"): one.read_text("utf-8") for one in files if one.name.endswith(".toml")}


DECLARED = read(_texts())
ACTS = DECLARED.acts
KINDS = DECLARED.kinds
