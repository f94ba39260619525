// One accelerator serves all classes of tests, and a simulated one takes all processors as it is.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
