using System.CommandLine;
using System.Globalization;
using GuidelineBench.Fuzzing.Guided;
using GuidelineBench.Fuzzing.Targets;

namespace GuidelineBench.Fuzzing.Sessions;

/// <summary>The tool's command line: <c>fuzz --inputs N --seed N --targets NAME,... --keep DIR</c>, <c>--afl SECONDS</c> in place of a number of inputs, or <c>--replay FILE</c>.</summary>
internal static class FuzzCommand
{
    public const string Word = "fuzz";

    private const int Clean = 0, Broken = 1;

    public static int Run(string[] args, TextWriter log)
    {
        var inputs = new Option<long>("--inputs") { Description = "Inputs in total.", DefaultValueFactory = _ => 1_000_000 };
        var seed = new Option<int>("--seed") { Description = "Equal seeds give equal inputs.", DefaultValueFactory = _ => 1 };
        var targets = new Option<string?>("--targets") { Description = $"Parsers separated by commas, of {string.Join(", ", TargetCatalogue.Names)} (default all)." };
        var keep = new Option<string>("--keep") { Description = "Folder for inputs that a parser failed on.", DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "guidelinebench-fuzzing") };
        var replay = new Option<FileInfo?>("--replay") { Description = "Reads one kept input again and shows what happens." };
        var afl = new Option<int?>("--afl") { Description = "Seconds for each parser, with inputs that afl-fuzz guides by the branches they take; skipped where it is not there." };
        var root = new RootCommand("Gives damaged inputs to every parser.") { inputs, seed, targets, keep, replay, afl };
        root.SetAction(result => result.GetValue(replay) is { } file
            ? Replay(file, log)
            : result.GetValue(afl) is { } seconds ? Guide(seconds, result.GetValue(targets)?.Split(','), result.GetValue(keep)!, log)
            : Fuzz(result.GetValue(inputs), result.GetValue(seed), result.GetValue(targets)?.Split(','), result.GetValue(keep)!, log));
        return root.Parse(args).Invoke();
    }

    private static int Fuzz(long inputs, int seed, string[]? names, string keep, TextWriter log)
    {
        Directory.CreateDirectory(keep);
        using var keeper = new InputKeeper(Path.Combine(keep, FormattableString.Invariant($"at-hand-{Environment.ProcessId}.input")));
        using var watchdog = new Watchdog(keeper);
        using TargetCatalogue catalogue = TargetCatalogue.Open();
        FuzzTarget[] chosen = [.. catalogue.Targets.Where(target => names is null || names.Contains(target.Name))];
        long shares = chosen.Sum(target => target.Share), total = 0;
        bool isClean = true;
        log.WriteLine("parser            inputs   accepted   inputs/s   findings");
        foreach (FuzzTarget target in chosen)
        {
            var session = new TargetSession(target, seed, keeper);
            session.Run(inputs * target.Share / shares);
            total += session.Inputs;
            log.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{target.Name,-14}{session.Inputs,10}{session.Accepted,11}{session.Inputs / session.Elapsed.TotalSeconds,11:F0}{session.Findings.Count,11}"));
            int number = 0;
            foreach (Finding finding in session.Findings)
            {
                isClean = false;
                string path = Keep(Path.Combine(keep, string.Create(CultureInfo.InvariantCulture, $"{target.Name}-{seed}-{++number}.input")), target, finding.Input);
                log.WriteLine($"  {path}: {finding.What}");
            }

            log.Flush();
        }

        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{total} inputs"));
        return isClean ? Clean : Broken;
    }

    private static int Guide(int seconds, string[]? names, string keep, TextWriter log)
    {
        if (GuidedTools.Missing() is { } reason)
        {
            log.WriteLine($"skipped: {reason}");
            return Clean;
        }

        Directory.CreateDirectory(keep);
        using TargetCatalogue catalogue = TargetCatalogue.Open();
        bool isClean = true;
        log.WriteLine("parser            inputs   inputs/s     corpus      edges   findings");
        foreach (FuzzTarget target in catalogue.Targets.Where(target => names is null || names.Contains(target.Name)))
        {
            DirectoryInfo scratch = Directory.CreateTempSubdirectory("guidelinebench-afl-");
            try
            {
                var session = new GuidedSession(target, scratch.FullName);
                byte[][] findings = [.. session.Run(seconds)];
                string Of(string name) => session.Statistics.GetValueOrDefault(name, "?");
                log.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{target.Name,-14}{Of("execs_done"),10}{Of("execs_per_sec"),11}{Of("corpus_count"),11}{Of("edges_found"),11}{findings.Length,11}"));
                for (int i = 0; i < findings.Length; i++)
                    log.WriteLine($"  {Keep(Path.Combine(keep, string.Create(CultureInfo.InvariantCulture, $"{target.Name}-afl-{i + 1}.input")), target, findings[i])}");
                isClean &= findings.Length == 0;
                log.Flush();
            }
            finally
            {
                scratch.Delete(recursive: true);
            }
        }

        return isClean ? Clean : Broken;
    }

    private static string Keep(string path, FuzzTarget target, byte[] input)
    {
        using var kept = new InputKeeper(path + ".new");
        kept.Keep(target.Name, input);
        File.Copy(kept.Path, path, overwrite: true);
        return path;
    }

    private static int Replay(FileInfo file, TextWriter log)
    {
        (string name, byte[] input) = InputKeeper.Read(file.FullName);
        using TargetCatalogue catalogue = TargetCatalogue.Open();
        FuzzTarget target = catalogue.Targets.Single(target => target.Name == name);
        string path = Path.GetTempFileName();
        using var keeper = new InputKeeper(path);
        Finding? finding = new TargetSession(target, seed: 0, keeper).Try(input, out bool isAccepted);
        log.WriteLine(finding?.What ?? (isAccepted ? "accepted" : $"refused: {target.Read(input).Text}"));
        return finding is null ? Clean : Broken;
    }
}
