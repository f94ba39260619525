namespace GuidelineBench.Fuzzing.Targets;

/// <summary>One catalogue for all tests: making the samples of every parser takes longer than some parsers take for all inputs.</summary>
public sealed class OpenCatalogue : IDisposable
{
    internal TargetCatalogue Catalogue { get; } = TargetCatalogue.Open();

    public void Dispose() => Catalogue.Dispose();
}
