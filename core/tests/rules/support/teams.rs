//! Typical teams, each described by the levels of its areas and by the answers that differ from those.

use mlops_core::model::answer::Answer::{self, No, NotApplicable, Partly, Unknown, Yes};
use mlops_core::scoring::case::Scope;

use super::Team;

/// Teams by name.
pub fn all() -> Vec<(&'static str, Team)> {
    vec![
        (
            "a solo researcher",
            standing([0, 0, 0, 0])
                .all(Yes, &["cre-data-feed", "cre-training-code-vcs", "cre-exp-tracking"])
                .all(Partly, &["cre-env-defined", "cre-runnable-by-others"]),
        ),
        (
            "a DevOps plateau",
            standing([1, 1, 1, 1])
                .all(Yes, &["int-model-interface", "int-service-health", "rel-scoring-tests", "ppl-peer-review"])
                .all(Partly, &["cre-training-code-vcs"]),
        ),
        (
            "tools before people",
            standing([0, 2, 2, 1])
                .all(
                    Yes,
                    &[
                        "cre-feature-store",
                        "int-central-metrics",
                        "int-drift-monitor",
                        "int-service-health",
                        "rel-env-as-code",
                    ],
                )
                .all(No, &["cre-rebuild-proven", "cre-lifecycle-events"]),
        ),
        (
            "monitoring without action",
            standing([1, 2, 2, 2])
                .all(Yes, &["int-central-metrics", "int-drift-monitor", "int-prediction-log"])
                .all(No, &["int-alert-action", "ppl-alert-owner", "cre-label-return"]),
        ),
        (
            "a regulated bank",
            standing([3, 2, 2, 1])
                .all(
                    Yes,
                    &[
                        "rel-lineage",
                        "rel-quality-gate",
                        "rel-pipeline-only",
                        "ppl-incident-learning",
                        "cre-data-validation",
                    ],
                )
                .all(No, &["cre-retrain-on-signal", "rel-cicd-release"])
                .all(Partly, &["rel-env-promotion"]),
        ),
        (
            "a start-up with one model",
            standing([1, 1, 1, 1])
                .all(Yes, &["rel-cicd-release", "rel-canary", "int-service-health"])
                .all(No, &["rel-quality-gate", "rel-rollback", "rel-model-registry", "ppl-handover-contract"]),
        ),
        (
            "a batch scoring shop",
            standing([1, 2, 1, 2]).all(
                NotApplicable,
                &["int-hot-swap", "rel-canary", "rel-ab-test", "cre-feature-freshness", "int-skew-check"],
            ),
        ),
        (
            "a feature-store platform team",
            standing([2, 3, 3, 2])
                .all(Yes, &["cre-feature-freshness", "int-central-metrics"])
                .all(No, &["int-skew-check", "int-consumer-map"]),
        ),
        (
            "a consultant's first week",
            standing([1, 1, 1, 1]).all(
                Unknown,
                &[
                    "rel-model-registry",
                    "rel-scoring-tests",
                    "cre-training-code-vcs",
                    "cre-env-defined",
                    "ppl-ds-de-pairing",
                    "int-service-health",
                    "int-app-unit-tests",
                    "rel-release-log",
                ],
            ),
        ),
        ("everything partly", everything(Partly)),
        (
            "retraining by itself, unfenced",
            standing([2, 3, 3, 3])
                .all(Yes, &["cre-retrain-on-signal", "int-drift-monitor", "int-central-metrics"])
                .all(No, &["cre-data-validation", "cre-retrain-guardrails", "cre-label-return"]),
        ),
        (
            "a release pipeline over manual training",
            standing([2, 1, 3, 2]).all(No, &["cre-training-pipeline", "cre-rebuild-proven"]),
        ),
        ("generative features on level 2", genai()),
        ("fully mature", Team::new(Scope::Full).balanced(4)),
    ]
}

/// Teams that were invented after the rules.
pub fn invented() -> Vec<(&'static str, Team)> {
    let mut half = standing([2, 2, 0, 0]);
    let mut assistant = genai();
    for at in half.model.capability_ixs() {
        let area = half.model.area(half.model.capability(at).area).id.as_str();
        if area == "model-release" || area == "application-integration" {
            half.answers.set(at, None);
        }
        if assistant.model.area(half.model.capability(at).area).track == assistant.question_set.tracks[0] {
            assistant.answers.set(at, Some(NotApplicable));
        }
    }
    vec![
        (
            "a hospital research group",
            standing([1, 2, 0, 0])
                .all(Yes, &["rel-model-card", "ppl-risk-tier", "rel-lineage"])
                .all(Unknown, &["int-service-health", "int-prediction-log", "rel-rollback"]),
        ),
        (
            "an advertising platform that cannot go back",
            standing([3, 3, 3, 3])
                .all(No, &["rel-rollback"])
                .all(Partly, &["rel-quality-gate", "int-prediction-log"]),
        ),
        (
            "a public agency that approves everything",
            standing([2, 1, 2, 1])
                .all(Yes, &["rel-lineage", "rel-quality-gate", "ppl-risk-tier", "rel-pipeline-only"]),
        ),
        (
            "an inherited system that nobody owns",
            standing([0, 1, 2, 2])
                .all(Yes, &["cre-training-pipeline", "cre-training-code-vcs", "cre-env-defined"])
                .all(Unknown, &["cre-data-feed", "cre-data-dictionary", "rel-release-log"]),
        ),
        (
            "one data scientist in a product team",
            standing([1, 0, 1, 2]).all(Partly, &["cre-training-code-vcs", "cre-exp-tracking", "cre-data-feed"]),
        ),
        (
            "a maker of devices that scores offline",
            standing([2, 2, 1, 2])
                .all(NotApplicable, &["int-hot-swap", "rel-canary", "rel-ab-test", "int-app-release"])
                .all(Yes, &["rel-package-immutable"]),
        ),
        ("an assistant and no model of its own", assistant),
        ("half of the questions", half),
    ]
}

/// Yes up to a level in each area of MLOps, no above: people, model creation, model release, application integration.
fn standing(levels: [u8; 4]) -> Team {
    let mut team = Team::new(Scope::Full);
    let areas = ["people", "model-creation", "model-release", "application-integration"];
    for at in team.model.capability_ixs() {
        let capability = team.model.capability(at);
        let area = areas.iter().position(|id| *id == team.model.area(capability.area).id);
        let is_held = area.is_some_and(|area| capability.level.number() <= levels[area]);
        team.answers.set(at, Some(if is_held { Yes } else { No }));
    }
    team
}

fn everything(answer: Answer) -> Team {
    let mut team = Team::new(Scope::Full);
    for at in team.model.capability_ixs() {
        team.answers.set(at, Some(answer));
    }
    team
}

fn genai() -> Team {
    let mut team = standing([2, 2, 2, 2]);
    team.question_set.tracks = team.model.track_ixs().collect();
    team.all(
        Yes,
        &[
            "gen-prompt-vcs",
            "gen-index-freshness",
            "gen-index-pipeline",
            "gen-source-register",
            "gen-eval-set",
            "gen-content-filter",
            "gen-token-meter",
        ],
    )
}

impl Team {
    /// Gives one answer to many questions.
    fn all(mut self, answer: Answer, ids: &[&str]) -> Self {
        for id in ids {
            self = self.saying(id, answer);
        }
        self
    }
}
