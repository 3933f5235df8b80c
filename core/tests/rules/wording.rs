//! Promises of the questions that a machine can check: earned answers, honest ways out, fair examples.

use crate::support::{Team, built_in};
use mlops_core::advice::patterns::fired_patterns;
use mlops_core::model::answer::Answer;
use mlops_core::model::level::Level;
use mlops_core::model::{Capability, CapabilityIx, Condition, Pattern};
use mlops_core::scoring::case::Scope;

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

fn says_one_of(text: &str, any: &[&str]) -> bool {
    words(text).iter().any(|word| any.contains(&word.as_str()))
}

#[track_caller]
fn capability(id: &str) -> &'static Capability {
    let model = built_in();
    model.capability(model.find_capability(id).unwrap_or_else(|| panic!("there is no {id}")))
}

/// Every text of a capability that a person reads, except the examples.
fn texts(one: &Capability) -> Vec<&String> {
    let mut texts = vec![&one.question, &one.help, &one.next.action, &one.next.deliverable, &one.next.done_when];
    texts.extend(&one.evidence);
    texts.extend(&one.title);
    texts.extend(one.manual.as_ref().map(|manual| &manual.task));
    texts
}

fn texts_of_a_pattern(one: &Pattern) -> [&String; 3] {
    [&one.title, &one.why, &one.advice]
}

#[test]
fn every_area_asks_a_core_question_at_every_level() {
    let model = built_in();
    for area in model.area_ixs() {
        for level in Level::ASKED {
            let asks =
                model.capabilities().iter().any(|one| one.area == area && one.level == level && one.is_essential());
            assert!(asks, "{} asks nothing essential at level {level}", model.area(area).id);
        }
    }
}

/// Deliverables that cover all models without saying so, and how.
const COVERS_ALL: [(&str, &str); 9] = [
    ("int-app-unit-tests", "each build of the application runs them"),
    ("int-model-release-tests", "the stage stands in the way of each release"),
    ("gen-model-pinned", "the configuration is that of each deployment"),
    ("gen-bundle-pinned", "the manifest is versioned with each release"),
    ("gen-second-operator", "the second person is one of two"),
    ("gen-source-register", "the register has all sources"),
    ("gen-attack-test", "the set is used before each change"),
    ("gen-tool-rights", "the table has all tools"),
    ("gen-prod-eval", "the scores are daily"),
];

#[test]
fn what_is_asked_of_all_is_delivered_for_all() {
    for one in built_in().capabilities() {
        let (asked, given) = (&one.question, &one.next.deliverable);
        let needs_all = says_one_of(asked, &["every", "each"]);
        let has_all = says_one_of(given, &["every", "each", "all", "per", "both"]);
        let excused = COVERS_ALL.iter().any(|(id, _)| *id == one.id);
        assert_eq!(needs_all && !has_all, excused, "{}: asked {asked:?}, delivered {given:?}", one.id);
        for partial in ["one model", "of one", "for one", "a first", "for a model"] {
            assert!(!given.to_lowercase().contains(partial), "{}: delivered {given:?}", one.id);
            assert!(!one.next.done_when.to_lowercase().contains(partial), "{}: {}", one.id, one.next.done_when);
        }
    }
}

/// Questions to which "not applicable" is an honest answer for some team, and which team.
const HONESTLY_NOT_APPLICABLE: [(&str, &str); 32] = [
    ("ppl-handover-contract", "one person"),
    ("ppl-ds-de-pairing", "one person in both roles"),
    ("ppl-swe-in-loop", "one person in both roles"),
    ("ppl-signal-design", "one person in both roles"),
    ("ppl-io-stewardship", "one person"),
    ("ppl-incident-learning", "no incident yet"),
    ("ppl-template-onboarding", "one model"),
    ("cre-data-feed", "a fixed data set"),
    ("cre-data-dictionary", "raw images, sound or text"),
    ("cre-training-trigger", "labels or validation come from people"),
    ("cre-feature-store", "raw images, sound or text"),
    ("cre-lifecycle-events", "one pipeline from data to live"),
    ("cre-training-cost", "training that costs nothing"),
    ("cre-label-return", "no outcome is ever known"),
    ("cre-staleness-known", "no rhythm"),
    ("cre-retrain-guardrails", "labels come from people"),
    ("cre-retrain-on-signal", "labels or validation come from people"),
    ("cre-point-in-time", "inputs that never change"),
    ("cre-lawful-deletion", "no data about people"),
    ("cre-group-errors", "no output about people"),
    ("cre-feature-freshness", "a batch shop"),
    ("rel-scoring-vcs", "no scoring code"),
    ("rel-supplier-models", "no model from outside"),
    ("rel-decommission", "no model has left production"),
    ("rel-scoring-tests", "no scoring code"),
    ("rel-env-promotion", "code is promoted instead"),
    ("rel-rollback", "no second version yet"),
    ("rel-ab-test", "no live users"),
    ("int-skew-check", "a batch shop"),
    ("int-live-quality", "no outcome is ever known"),
    ("int-human-override", "no single cases"),
    ("gen-access-rights", "every user may read every source"),
];

#[test]
fn not_applicable_is_offered_where_it_is_the_honest_answer() {
    for (id, whose) in HONESTLY_NOT_APPLICABLE {
        assert!(capability(id).help.contains("Not applicable: "), "{id} leaves {whose} without an answer");
    }
    for one in built_in().capabilities() {
        let (any, proper) = (one.help.to_lowercase(), one.help.matches("Not applicable: ").count());
        assert_eq!(any.matches("not applicable").count(), proper, "{}: {}", one.id, one.help);
    }
}

#[test]
fn one_person_in_several_roles_finds_an_answer() {
    for id in ["ppl-ds-de-pairing", "ppl-swe-in-loop", "ppl-signal-design"] {
        assert!(capability(id).help.contains("ne person or an ML engineer"), "{id}: {}", capability(id).help);
    }
}

#[test]
fn every_help_says_what_partly_means() {
    for one in built_in().capabilities() {
        assert!(one.help.contains("Partly: "), "{}: {}", one.id, one.help);
    }
}

#[test]
fn what_has_to_have_happened_has_twelve_months_and_older_is_partly() {
    let mut timed = 0;
    for one in built_in().capabilities() {
        for short in ["this quarter", "last quarter", "this month", "three months", "this week"] {
            assert!(!one.question.contains(short), "{}: {}", one.id, one.question);
        }
        if one.question.contains("twelve months") {
            timed += 1;
            assert!(one.help.contains("longer ago"), "{}: {}", one.id, one.help);
        }
    }
    assert!(timed >= 5, "only {timed} questions ask about the last twelve months");
}

#[test]
fn phrases_that_read_badly_stay_out() {
    const BANNED: [&str; 9] = [
        "is still a hand",
        "mend every gap",
        "gap they hit",
        "before it counts",
        "a/b tests",
        "seems to do",
        "over the wall",
        "hoping",
        "eyeballing",
    ];
    let model = built_in();
    let capabilities = model.capabilities().iter().flat_map(|one| texts(one).into_iter().map(|text| (&one.id, text)));
    let patterns =
        model.patterns().iter().flat_map(|one| texts_of_a_pattern(one).into_iter().map(|text| (&one.id, text)));
    for (id, text) in capabilities.chain(patterns) {
        let lower = text.to_lowercase();
        let said = BANNED.iter().find(|phrase| lower.contains(*phrase));
        assert_eq!(said, None, "{id}: {text}");
        assert!(!text.contains('!'), "{id}: {text}");
    }
}

#[test]
fn titles_can_stand_inside_a_sentence() {
    // Inside sentences, a title begins with a small letter, which would break an abbreviation.
    for one in built_in().capabilities() {
        let title = one.title.as_deref().unwrap();
        let second = title.chars().nth(1).unwrap();
        assert!(second.is_lowercase() || second == ' ', "{}: {title}", one.id);
    }
}

#[test]
fn a_manual_task_is_an_act_that_somebody_performs() {
    // These words describe a consequence of manual work, not the work itself.
    const CONSEQUENCES: [&str; 13] = [
        "Remembering",
        "Seeing",
        "Spotting",
        "Noticing",
        "Hearing",
        "Learning",
        "Happening",
        "Finding",
        "Discovering",
        "Forgetting",
        "Scrambling",
        "Waiting",
        "Throwing",
    ];
    for one in built_in().capabilities() {
        let Some(manual) = &one.manual else { continue };
        let first = manual.task.split(' ').next().unwrap();
        let is_act = first.ends_with("ing") || first.ends_with("-checking");
        assert!(is_act && !CONSEQUENCES.contains(&first), "{}: {}", one.id, manual.task);
        assert!(!manual.task.contains("forgetting"), "{}: {}", one.id, manual.task);
    }
}

/// Needs that were removed: each step is useful without the other.
const NOT_HOLLOW_WITHOUT: [(&str, &str); 13] = [
    ("rel-rollback", "rel-package-immutable"),
    ("cre-staleness-known", "cre-label-return"),
    ("int-service-health", "int-model-interface"),
    ("gen-model-pinned", "gen-prompt-vcs"),
    ("cre-data-versioned", "cre-data-feed"),
    ("cre-feature-store", "cre-data-feed"),
    ("cre-training-trigger", "cre-managed-compute"),
    ("cre-data-validation", "cre-data-dictionary"),
    ("rel-model-registry", "cre-exp-tracking"),
    ("rel-env-promotion", "rel-env-as-code"),
    ("ppl-ds-de-pairing", "ppl-model-owner"),
    ("ppl-swe-in-loop", "ppl-ds-de-pairing"),
    ("ppl-incident-learning", "ppl-model-owner"),
];

#[test]
fn a_need_is_only_what_a_step_is_hollow_or_unsafe_without() {
    let model = built_in();
    for (id, need) in NOT_HOLLOW_WITHOUT {
        let need = model.find_capability(need).unwrap();
        assert!(!capability(id).needs.contains(&need), "{id} needs {}", model.capability(need).id);
    }
    let needs =
        |id: &str| capability(id).needs.iter().map(|&at| model.capability(at).id.as_str()).collect::<Vec<_>>();
    assert_eq!(needs("ppl-alert-owner"), ["ppl-model-owner", "int-service-health"]);
    assert_eq!(needs("cre-feature-freshness"), ["cre-feature-store", "int-central-metrics"]);
}

#[test]
fn a_balanced_team_sees_no_contradiction_and_two_open_edges_of_a_track_at_most() {
    for scope in [Scope::Full, Scope::Essentials] {
        for level in 0..=4 {
            let team = Team::with_all_tracks(scope).balanced(level);
            let found = fired_patterns(team.case());
            for track in team.model.track_ixs() {
                let here: Vec<&str> = found
                    .iter()
                    .filter(|stall| stall.pattern.remedy.iter().any(|&at| team.model.track_of(at) == track))
                    .map(|stall| stall.pattern.id.as_str())
                    .collect();
                assert!(here.len() <= 2, "level {level}, {scope:?}: {here:?}");
            }
            let worst = found.iter().find(|stall| stall.is_mismatch());
            assert!(worst.is_none(), "level {level}, {scope:?}: {}", worst.unwrap().pattern.id);
        }
    }
}

/// Patterns that show a normal gap and never a mismatch, unless they have fired for five months: what is missing
/// always has a higher level than what is claimed.
const ALWAYS_NORMAL: [&str; 1] = ["stall-clock-retrain"];

fn name(condition: &Condition, found: &mut Vec<CapabilityIx>) {
    match condition {
        Condition::Is { capability, .. } if found.contains(capability) => {}
        Condition::Is { capability, .. } => found.push(*capability),
        Condition::Any(several) => several.iter().for_each(|one| name(one, found)),
    }
}

/// Whether any answers make the pattern a mismatch.
fn can_be_a_mismatch(pattern: &Pattern) -> bool {
    let blank = Team::with_all_tracks(Scope::Full);
    let mut asked = Vec::new();
    pattern.when.iter().for_each(|one| name(one, &mut asked));
    let answers = [Answer::Yes, Answer::Partly, Answer::No];
    let combinations = answers.len().pow(u32::try_from(asked.len()).unwrap());
    (0..combinations).any(|mut number| {
        let mut team = blank.clone();
        for &at in &asked {
            team.answers.set(at, Some(answers[number % answers.len()]));
            number /= answers.len();
        }
        fired_patterns(team.case()).iter().any(|one| one.pattern.id == pattern.id && one.is_mismatch())
    })
}

#[test]
fn a_pattern_can_be_a_mismatch_or_is_known_as_a_normal_gap() {
    let model = built_in();
    let never = model.patterns().iter().filter(|pattern| !can_be_a_mismatch(pattern));
    assert_eq!(never.map(|pattern| pattern.id.as_str()).collect::<Vec<_>>(), ALWAYS_NORMAL);
}

#[test]
fn automatic_training_with_a_manual_release_is_a_mismatch_once_training_is_a_level_ahead() {
    let gap = Team::new(Scope::Full).balanced(2);
    let ahead = gap.clone().saying("cre-eval-compare", Answer::Yes);
    for (team, is_mismatch) in [(gap, false), (ahead, true)] {
        let found = fired_patterns(team.case());
        let own = found.iter().find(|one| one.pattern.id == "stall-auto-train-manual-release").unwrap();
        assert_eq!(own.is_mismatch(), is_mismatch);
    }
}

/// Every product that may be an example: its name, its maker, and whether it is open source. A product that is
/// archived, or no longer sold to new customers, is removed from this list.
const PRODUCTS: [(&str, &str, bool); 99] = [
    ("Apache Airflow", "Apache", true),
    ("Apache Iceberg", "Apache", true),
    ("Apache Kafka", "Apache", true),
    ("Apache NiFi", "Apache", true),
    ("Apache Spark", "Apache", true),
    ("Argilla", "Hugging Face", true),
    ("Argo CD", "Argo", true),
    ("Argo Events", "Argo", true),
    ("Argo Rollouts", "Argo", true),
    ("Arize Phoenix", "Arize", true),
    ("Azure AI Content Safety", "Microsoft", false),
    ("Backstage", "CNCF", true),
    ("BentoML", "BentoML", true),
    ("ClearML", "ClearML", true),
    ("CloudEvents", "CNCF", true),
    ("conda-lock", "conda", true),
    ("Cookiecutter", "Cookiecutter", true),
    ("Copier", "Copier", true),
    ("Datadog", "Datadog", false),
    ("DataHub", "Acryl", true),
    ("dbt", "dbt Labs", true),
    ("DeepEval", "Confident AI", true),
    ("Delta Lake", "Delta Lake", true),
    ("Docker", "Docker", true),
    ("DVC", "lakeFS", true),
    ("Envoy AI Gateway", "Envoy", true),
    ("Evidently", "Evidently", true),
    ("Fairlearn", "Fairlearn", true),
    ("FastAPI", "FastAPI", true),
    ("Feast", "Feast", true),
    ("Firecracker", "AWS", true),
    ("Flagger", "Flux", true),
    ("garak", "NVIDIA", true),
    ("Gerrit", "Google", true),
    ("Git", "Git", true),
    ("GitHub", "Microsoft", false),
    ("GitHub Actions", "Microsoft", false),
    ("GitLab", "GitLab", true),
    ("GitLab CI", "GitLab", true),
    ("Grafana", "Grafana Labs", true),
    ("Great Expectations", "GX", true),
    ("GrowthBook", "GrowthBook", true),
    ("gVisor", "Google", true),
    ("Harbor", "CNCF", true),
    ("Haystack", "deepset", true),
    ("Helm", "CNCF", true),
    ("Hopsworks", "Hopsworks", true),
    ("Infracost", "Infracost", true),
    ("Jenkins", "Jenkins", true),
    ("JUnit", "JUnit", true),
    ("Kong", "Kong", true),
    ("KServe", "KServe", true),
    ("Kubeflow Model Registry", "Kubeflow", true),
    ("Kubeflow Pipelines", "Kubeflow", true),
    ("Kubernetes", "CNCF", true),
    ("Kyverno", "Kyverno", true),
    ("Label Studio", "HumanSignal", true),
    ("Langfuse", "ClickHouse", true),
    ("LiteLLM", "BerriAI", true),
    ("Llama Guard", "Meta", true),
    ("LlamaIndex", "LlamaIndex", true),
    ("Metaflow", "Outerbounds", true),
    ("MLflow", "MLflow", true),
    ("NannyML", "NannyML", true),
    ("NeMo Guardrails", "NVIDIA", true),
    ("NVIDIA Triton", "NVIDIA", true),
    ("Open Policy Agent", "OPA", true),
    ("OpenCost", "CNCF", true),
    ("OpenFGA", "OpenFGA", true),
    ("OpenLineage", "OpenLineage", true),
    ("OpenMetadata", "Collate", true),
    ("OpenSearch", "OpenSearch", true),
    ("OpenTelemetry", "CNCF", true),
    ("OpenTofu", "OpenTofu", true),
    ("Pact", "Pact", true),
    ("PagerDuty", "PagerDuty", false),
    ("Pandera", "Pandera", true),
    ("Playwright", "Microsoft", true),
    ("PostgreSQL", "PostgreSQL", true),
    ("Prometheus", "CNCF", true),
    ("Prometheus Alertmanager", "CNCF", true),
    ("promptfoo", "promptfoo", true),
    ("Protocol Buffers", "Google", true),
    ("Pulumi", "Pulumi", true),
    ("PyRIT", "Microsoft", true),
    ("pytest", "pytest", true),
    ("Qdrant", "Qdrant", true),
    ("Ragas", "Ragas", true),
    ("Ray", "Ray", true),
    ("Sigstore", "OpenSSF", true),
    ("Slurm", "SchedMD", true),
    ("TensorFlow Data Validation", "Google", true),
    ("Terraform", "HashiCorp", false),
    ("Testcontainers", "Docker", true),
    ("TruLens", "Snowflake", true),
    ("Unleash", "Unleash", true),
    ("uv", "Astral", true),
    ("Weights & Biases", "CoreWeave", false),
    ("WireMock", "WireMock", true),
];

#[test]
fn examples_favour_no_vendor_and_name_an_open_one() {
    for one in built_in().capabilities() {
        let known: Vec<_> = one
            .examples
            .iter()
            .map(|name| {
                let found = PRODUCTS.iter().find(|(product, ..)| product == name);
                found.unwrap_or_else(|| panic!("{}: is {name} still kept up? Then list it", one.id))
            })
            .collect();
        if let Some((_, vendor, _)) = known.first() {
            assert!(known.iter().any(|(.., is_open)| *is_open), "{} names nothing open", one.id);
            let is_alone = known.len() > 1 && known.iter().all(|(_, other, _)| other == vendor);
            assert!(!is_alone, "{} names products of {vendor} only", one.id);
        }
    }
}
