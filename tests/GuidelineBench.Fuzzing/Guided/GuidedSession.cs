using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using GuidelineBench.Fuzzing.Inputs;
using GuidelineBench.Fuzzing.Targets;

namespace GuidelineBench.Fuzzing.Guided;

/// <summary>
/// Inputs for one parser by afl-fuzz, which keeps those that take a branch none took before. The program's own assemblies
/// are instrumented in a copy of this build, so the build itself stays as it is.
/// </summary>
/// <param name="scratch">A folder of its own.</param>
internal sealed class GuidedSession(FuzzTarget target, string scratch)
{
    /// <summary>Longer than any input may take and than a collection of a busy machine does, ms.</summary>
    private const int LongestRunMs = 10_000;

    private string Inputs => Path.Combine(scratch, "inputs");

    private string Program => Path.Combine(scratch, "program");

    private string Found => Path.Combine(scratch, "found", "default");

    /// <summary>As afl-fuzz names them in its own statistics: execs_done, corpus_count, edges_found, saved_crashes, saved_hangs, ...</summary>
    public ImmutableSortedDictionary<string, string> Statistics { get; private set; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <returns>Inputs that broke a promise, ended the process, or hung.</returns>
    /// <exception cref="InvalidOperationException">A tool failed.</exception>
    public IEnumerable<byte[]> Run(int seconds)
    {
        Directory.CreateDirectory(Inputs);
        for (int i = 0; i < target.Samples.Length; i++)
            File.WriteAllBytes(Path.Combine(Inputs, string.Create(CultureInfo.InvariantCulture, $"sample-{i}")), target.Samples[i]);
        string words = Path.Combine(scratch, "words.dict");
        File.WriteAllText(words, InputDictionary.Write(target.Words));
        Instrument();
        Start(GuidedTools.Fuzzer,
        [
            "-i", Inputs, "-o", Path.Combine(scratch, "found"), .. target.Words.IsEmpty ? Array.Empty<string>() : ["-x", words],
            "-t", Text(LongestRunMs), "-m", "none", "-G", Text(Mutator.LongestInput), "-V", Text(seconds),
            "--", "dotnet", Path.Combine(Program, Path.GetFileName(typeof(GuidedSession).Assembly.Location)), GuidedTarget.Word, target.Name,
        ]);
        Statistics = File.ReadLines(Path.Combine(Found, "fuzzer_stats"))
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .ToImmutableSortedDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return [.. new[] { "crashes", "hangs" }.SelectMany(kind => Directory.EnumerateFiles(Path.Combine(Found, kind), "id:*").Order(StringComparer.Ordinal)).Select(File.ReadAllBytes)];
    }

    private void Instrument()
    {
        string own = AppContext.BaseDirectory;
        foreach (string file in Directory.EnumerateFiles(own, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(Program, Path.GetRelativePath(own, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        string tests = typeof(GuidedSession).Assembly.GetName().Name!;
        foreach (string assembly in Directory.EnumerateFiles(Program, "GuidelineBench.*.dll").Where(path => Path.GetFileNameWithoutExtension(path) != tests).Order(StringComparer.Ordinal))
            Start(GuidedTools.Instrumenter, [assembly]);
    }

    private void Start(string program, string[] arguments)
    {
        string temporary = Directory.CreateDirectory(Path.Combine(scratch, "temporary")).FullName;
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in new (string, string)[]
        {
            ("TMPDIR", temporary), ("AFL_NO_UI", "1"), ("AFL_SKIP_BIN_CHECK", "1"), ("AFL_SKIP_CPUFREQ", "1"), ("AFL_NO_AFFINITY", "1"),
            ("AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES", "1"), ("AFL_FORKSRV_INIT_TMOUT", "120000"),
            // Code that is compiled again in the middle takes time that looks like a hang.
            ("DOTNET_TieredPGO", "0"),
        })
            start.Environment[name] = value;
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {Text(process.ExitCode)}:\n{output.Result}\n{errors.Result}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
