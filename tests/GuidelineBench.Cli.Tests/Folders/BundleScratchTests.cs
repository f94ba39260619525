using GuidelineBench.Cli.Folders;

namespace GuidelineBench.Cli.Tests.Folders;

public sealed class BundleScratchTests : IDisposable
{
    private readonly TemporaryFolder root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public void WhatKilledProcessesLeftIsRemoved()
    {
        Directory.CreateDirectory(root["obj/bundle-1/publication"]);
        Directory.CreateDirectory(root["obj/bundle-4194304"]);
        Directory.CreateDirectory(root["obj/other"]);
        root.Write("obj/bundle-1/publication/guidelinebench", "program");
        root.Write("obj/bundle.lock", "");
        root.Write("obj/bundle-notes.txt", "mine");

        using (BundleScratch scratch = BundleScratch.Take(root.Path))
        {
            Directory.CreateDirectory(scratch.Path);
            File.WriteAllText(Path.Combine(scratch.Path, "file"), "");
            Assert.Equal([scratch.Path, root["obj/other"]], Directory.EnumerateDirectories(root["obj"]).Order(StringComparer.Ordinal));
        }

        Assert.Equal([root["obj/bundle-notes.txt"], root["obj/other"]], Directory.EnumerateFileSystemEntries(root["obj"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OneBundleIsMadeAtATime()
    {
        using BundleScratch first = BundleScratch.Take(root.Path);
        Directory.CreateDirectory(first.Path);

        CommandException refused = Assert.Throws<CommandException>(() => BundleScratch.Take(root.Path));

        Assert.Equal(ExitCode.Unusable, refused.ExitCode);
        Assert.Contains("another bundle is being made", refused.Message, StringComparison.Ordinal);
        Assert.True(Directory.Exists(first.Path));
    }

    [Fact]
    public void ASourceTreeThatCannotBeWrittenIsOneLine()
    {
        root.Write("obj", "a file in the way");
        Assert.Equal(ExitCode.Unusable, Assert.Throws<CommandException>(() => BundleScratch.Take(root.Path)).ExitCode);
    }
}
