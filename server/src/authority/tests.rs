mod pulling;
mod pushing;
mod quotas;
mod world;
