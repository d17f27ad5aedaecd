# ipykernel 7 warns at every start that it speaks TCP; on one's own machine that only alarms.
c.IPKernelApp.log_level = 40  # noqa: F821  (Jupyter hands `c` to this file)
