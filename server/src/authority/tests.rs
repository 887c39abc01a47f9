mod pulling;
mod pushing;
mod world;
