//! Values of parameters that are no filters: numbers, choices, and names out of a closed list.

use super::fault::ParameterFault;
use super::filters::split;
use super::parameter::{Parameter, ParameterKind as Kind};

/// Whether a value is not too long.
pub fn fits(parameter: &Parameter, value: &str) -> Result<(), ParameterFault> {
    // A comma in what somebody types is a comma.
    let longest = match parameter.kind {
        Kind::Text => value.len(),
        _ => value.split(',').map(str::len).max().unwrap_or(0),
    };
    if longest > parameter.longest {
        let detail = format!("A value has at most {} bytes.", parameter.longest);
        return Err(ParameterFault::new(&parameter.name, "too-long", detail));
    }
    Ok(())
}

/// The places of names in a list of what is allowed, each once.
pub fn places(parameter: &Parameter, value: &str) -> Result<Vec<usize>, ParameterFault> {
    let (name, allowed) = (parameter.name.as_str(), &parameter.allowed);
    let mut read = Vec::new();
    for value in split(name, value)? {
        let Some(place) = allowed.iter().position(|known| *known == value) else {
            return Err(ParameterFault::unknown(name, "unknown-value", value, allowed.iter().copied()));
        };
        if !read.contains(&place) {
            read.push(place);
        }
    }
    Ok(read)
}

/// A whole number within bounds.
pub fn number(name: &str, value: &str, least: u64, most: u64) -> Result<u64, ParameterFault> {
    let digits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    match value.parse::<u64>() {
        Ok(number) if digits && (least..=most).contains(&number) => Ok(number),
        _ => Err(ParameterFault::new(name, "invalid-value", format!("This is a whole number from {least} to {most}."))),
    }
}

/// The place of a word in a closed list.
pub fn choice(parameter: &Parameter, value: &str) -> Result<usize, ParameterFault> {
    parameter.allowed.iter().position(|known| *known == value).ok_or_else(|| {
        ParameterFault::unknown(&parameter.name, "unknown-value", value, parameter.allowed.iter().copied())
    })
}
