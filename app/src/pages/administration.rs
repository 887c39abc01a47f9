//! Coordination of the network: members and their focal points, people, invitations, reports.

mod admit;
mod focal_points;
mod members;
mod overview;
mod people;
mod people_search;
mod person;
mod reports;

pub(crate) use overview::Administration;
