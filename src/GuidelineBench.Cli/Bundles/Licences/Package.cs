namespace GuidelineBench.Cli.Bundles.Licences;

/// <summary>A package, or a runtime pack, as package sources know it.</summary>
internal sealed record Package(string Id, string Version)
{
    public override string ToString() => $"{Id} {Version}";
}
