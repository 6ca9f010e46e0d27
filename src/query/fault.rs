//! What is wrong with a query, parameter by parameter.

use serde::Serialize;
use utoipa::ToSchema;

use crate::model::fault::{closest, echo};

/// One thing that is wrong with a query string.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ParameterFault {
    /// The parameter, as it was sent.
    #[schema(example = "settng")]
    pub parameter: String,
    /// A stable word for the fault: `unknown-parameter`, `unknown-value`, `invalid-value`, `empty-value`,
    /// `repeated-parameter`, `too-long`, `too-many-values`, `conflicting-parameters`, `malformed-cursor`,
    /// `cursor-mismatch`, `invalid-encoding`, `missing-parameter`, `low-contrast` or `too-expensive`.
    #[schema(example = "unknown-parameter")]
    pub code: &'static str,
    /// What is wrong, in a sentence.
    pub detail: String,
    /// What may stand there, when that is a short list.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allowed: Vec<String>,
    /// What was probably meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "setting")]
    pub did_you_mean: Option<String>,
}

impl ParameterFault {
    /// A fault of a parameter.
    pub fn new(parameter: &str, code: &'static str, detail: impl Into<String>) -> Self {
        Self { parameter: echo(parameter), code, detail: detail.into(), allowed: Vec::new(), did_you_mean: None }
    }

    /// The fault of a word that is not among those allowed.
    pub fn unknown<'a>(
        parameter: &str,
        code: &'static str,
        word: &str,
        allowed: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let allowed: Vec<String> = allowed.into_iter().map(str::to_owned).collect();
        let detail = match code {
            "unknown-parameter" => format!("There is no parameter `{}` here.", echo(word)),
            _ => format!("`{}` is not a value of `{}`.", echo(word), echo(parameter)),
        };
        let did_you_mean = closest(word, &allowed).map(str::to_owned);
        Self { allowed, did_you_mean, ..Self::new(parameter, code, detail) }
    }
}
