//! The browser's rim: the only code that talks to it. Strings, numbers and bytes; no type of the domain.
