using System.Runtime.CompilerServices;

namespace GuidelineBench.Reporting.Tests.Golden;

/// <summary>
/// Committed pages that what is rendered is compared with, byte for byte. To write them anew after an intended change
/// run the tests with the environment variable <c>GUIDELINEBENCH_WRITE_GOLDEN=1</c>: they write the files and fail;
/// look at the difference, then run them again without it.
/// </summary>
internal static class GoldenFolder
{
    public static void Compare(string name, IEnumerable<ReportDocument> all)
    {
        // Pixels may differ in the last digit between processors; their tests stand with the charts.
        ReportDocument[] documents = [.. all.Where(document => !document.RelativePath.EndsWith(".png", StringComparison.Ordinal))];
        string folder = Path.Combine(Sources(), name);
        if (Environment.GetEnvironmentVariable("GUIDELINEBENCH_WRITE_GOLDEN") == "1")
        {
            Write(folder, documents);
            Assert.Fail($"{name} was written anew; run again without GUIDELINEBENCH_WRITE_GOLDEN.");
        }

        Assert.Equal(
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'))
                .Order(StringComparer.Ordinal),
            documents.Select(document => document.RelativePath).Order(StringComparer.Ordinal));
        Assert.All(documents, document => Assert.Equal(File.ReadAllText(Path.Combine(folder, document.RelativePath)), document.Content));
    }

    private static void Write(string folder, IEnumerable<ReportDocument> documents)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        foreach (ReportDocument document in documents)
        {
            string path = Path.Combine(folder, document.RelativePath);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, document.Content);
        }
    }

    private static string Sources([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
