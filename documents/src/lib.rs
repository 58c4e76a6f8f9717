//! Pages of paper: certificates and tables as PDF, from a small document model.
