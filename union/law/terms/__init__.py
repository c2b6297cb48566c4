"""The terms of a contract that every sum is worked with: kinds, seniority, rates, trial, retirement, suspension."""
