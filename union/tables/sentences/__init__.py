"""Every refusal, problem and remark of the readers, in French, Arabic and English."""
