"""The quality gate and the speed runs. In: own texts and answers. Out: figures against pinned floors and bounds."""
