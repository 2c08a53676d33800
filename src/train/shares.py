"""How often each training set is drawn: shares by set, not by size. Sets that are not named are not used.

The source sets of `data/claims` and `data/answerability` are left out, so that those measure on unseen sets:
wice-dev, wice-train-nst, fever-symmetric-dev, climate-fever, expertqa-devhalf, begin-*, squad2-devhalf,
clapnq-devhalf; so are q2-wow, which is about the same dialogues as begin-wow, and squad-dev-sent and qnli-dev, which
are derived from SQuAD."""

# Of 100 examples: claims of the second part, claims of the first, claims made by rule from plain paragraphs, questions.
PARTS = {"new": 50, "old": 7, "plain": 3, "questions": 40}

# Second part. The sets closest to checking an answer against its passages have the largest shares.
NEW_CLAIMS = {
    "attrbench-hagrid": 8, "attrbench-gensearch": 6, "attrbench-lfqa": 2.5, "attrbench-attributedqa": 1.5,
    "attrscore-gensearch": 2, "lfqa-verification": 9, "factcheckgpt-stance": 7, "defacto-xsum": 9, "fib-xsum": 6,
    "fib-cnndm": 4, "bump": 8, "factcg-cg2c-doc": 5, "summedits-sales_email": 3.5, "summedits-sales_call": 3,
    "summedits-podcast": 2.5, "entfa-xsum": 2.5, "xsum-halluc": 1, "propsegment-dev": 3, "control": 2,
    "check-covid": 3, "politihop": 2.5, "mnli-dev": 9, "pairs": 12}

OLD_CLAIMS = {
    "ling-in-loop": 12, "semi-auto-nli-wiki": 8, "cad-nli": 5, "infotabs": 2, "snli-dev": 1, "snli-test": 1,
    "fnc1-test": 1, "covidfact": 4, "healthver": 6, "rte-glue": 6, "fool-me-twice": 9, "scitail-test": 3,
    "paws-wiki-dev": 6, "summeval": 4, "scifact-rte": 4, "summedits-ectsum": 4, "summedits-samsum": 4,
    "summedits-scitldr": 4, "summedits-qmsumm": 3, "conjnli-dev": 3, "aggrefact-cliff": 4, "rank19": 4}

# Sets derived from FEVER: used only on request, with these shares of the old claims.
FEVER = {"fever-eraser": 18, "fever-dev-rte": 4}

QUESTIONS = {
    "squad2": 20, "squad-train-sent": 9, "tydiqa-en-train": 10, "tydiqa-en-dev": 2, "selqa": 7, "mlqa-en-dev": 5,
    "qed-nq": 7, "qamr": 3, "timeqa-human": 5, "boolq": 3, "quoref-contrast": 2, "squadshifts-new_wiki": 10,
    "squadshifts-reddit": 2, "squadshifts-amazon": 2, "condaqa": 3, "nomiracl-en-nonrel": 5, "qadiscourse": 2,
    "fairytaleqa": 1, "policyqa": 1, "medquad": 1, "subjqa": 1, "pairs": 10}
