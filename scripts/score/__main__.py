"""Score the stages on labelled news: python scripts/score DATA SPLIT [--only TASK[/SET]].

DATA holds TASK/SET.SPLIT.(articles|pairs|items|stories).jsonl and TASK/SET.SPLIT.gold.json; the metrics are those of
the score.py that stands beside DATA. Predictions are written as PREDICTIONS/TASK.SET.json. Each task has an adapter: a
module of this folder with `predict(inputs: Inputs) -> Answer`. A figure below its floor in floors.yml fails.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml
from inputs import Answer, Inputs, labelled_sets

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "plugins"))

ADAPTERS = {
    "alignment": "alignment",
    "clustering": "clustering",
    "conflict": "conflict",
    "consensus": "consensus",
}


def adapter_of(task: str) -> ModuleType | None:
    name = ADAPTERS.get(task)
    return importlib.import_module(name) if name and (HERE / f"{name}.py").exists() else None


def scorer_beside(data: Path) -> ModuleType | None:
    """The labelled sets' own score.py, told to read `data`; None where none stands there."""
    path = data.parent / "score.py"
    if not path.exists():
        return None
    sys.path.insert(0, str(path.parent))
    spec = importlib.util.spec_from_file_location("labelled_news_score", path)
    assert spec
    assert spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    scorer.DATA = data
    return scorer


def figures(scorer: ModuleType, inputs: Inputs, answer: Answer) -> dict[str, Any]:
    return dict(scorer.score(inputs.task, inputs.name, inputs.split, answer.predictions, answer.threshold))


def below_floor(label: str, figures: dict[str, Any], floors: dict[str, dict[str, float]]) -> list[str]:
    return [
        f"{label}: {metric} {figures[metric]:.3f} is below its floor {floor:.3f}"
        for metric, floor in floors.get(label, {}).items()
        if figures[metric] < floor
    ]


def line(label: str, seconds: float, figures: dict[str, Any]) -> str:
    cells = " ".join(f"{k}={v:.3f}" if isinstance(v, float) else f"{k}={v}" for k, v in figures.items())
    return f"{label:32s} {seconds:6.1f} s  {cells}"


def score_one(inputs: Inputs, scorer: ModuleType | None, out: Path) -> dict[str, Any]:
    adapter = adapter_of(inputs.task)
    if adapter is None:
        print(f"{inputs.label:32s} no adapter: skipped")
        return {}
    began = time.process_time()
    answer: Answer = adapter.predict(inputs)
    seconds = time.process_time() - began
    out.mkdir(parents=True, exist_ok=True)
    (out / f"{inputs.task}.{inputs.name}.json").write_text(json.dumps(answer.predictions), encoding="utf-8")
    gold = inputs.folder / f"{inputs.name}.{inputs.split}.gold.json"
    found = figures(scorer, inputs, answer) if scorer and gold.exists() else {}
    print(line(inputs.label, seconds, found or {"predictions": str(out)}))
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="?", default="")
    parser.add_argument("split", nargs="?", default="dev")
    parser.add_argument("--only", default="")
    parser.add_argument("--out", type=Path, default=HERE.parents[1] / ".cache" / "score")
    options = parser.parse_args()
    data = Path(options.data)
    if not options.data or not data.is_dir():
        print(f"score: skipped, no labelled sets at '{options.data}'; make score DATA=DIR SPLIT=NAME")
        return 0
    scorer = scorer_beside(data.resolve())
    floors = yaml.safe_load((HERE / "floors.yml").read_text(encoding="utf-8")).get(options.split, {})
    failures: list[str] = []
    for inputs in labelled_sets(data.resolve(), options.split):
        if inputs.label.startswith(options.only):
            found = score_one(inputs, scorer, options.out / options.split)
            failures += below_floor(inputs.label, found, floors) if found else []
    print("\n".join(failures), end="\n" if failures else "")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
