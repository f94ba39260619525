// One accelerator serves all classes of tests, and a simulated one takes all processors as it is.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
