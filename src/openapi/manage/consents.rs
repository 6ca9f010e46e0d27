//! Consent and its withdrawal.

use super::{BASE, ManageOperation, Sent};
use crate::hub::Scope;

pub(super) static ROWS: &[ManageOperation] = &[
    ManageOperation {
        id: "put_consent",
        method: "PUT",
        path: "/v1/manage/{collection}/{id}/consent",
        scope: Scope::Consent,
        summary: "Put a consent on record",
        about: "It decides what becomes public. What is public already is brought in line at once, or taken away.",
        body: Sent::Object("Consent"),
        answers: (200, "ConsentAnswer"),
        fails: &[404, 409, 413, 415, 422],
        ..BASE
    },
    ManageOperation {
        id: "withdraw_consent",
        method: "POST",
        path: "/v1/manage/{collection}/{id}/consent/withdraw",
        scope: Scope::Consent,
        summary: "Withdraw consent, for good",
        about: "In one transaction the entry is gone everywhere, followers are told to forget it, and its text is erased from revisions, kept answers and audit. Later consents are refused; a later withdrawal is recorded as an objection. Nothing is sent; a body is ignored.",
        answers: (200, "WithdrawalReport"),
        fails: &[404, 409],
        ..BASE
    },
    ManageOperation {
        id: "get_withdrawal",
        path: "/v1/manage/{collection}/{id}/withdrawal",
        scope: Scope::Consent,
        summary: "Read the report of a withdrawal",
        about: "Each step, and which mirrors have confirmed.",
        answers: (200, "WithdrawalReport"),
        ..BASE
    },
];
