using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>Every parser of the program. A new parser is one entry here and one file.</summary>
internal sealed partial class TargetCatalogue : IDisposable
{
    private readonly DirectoryInfo folder;

    private TargetCatalogue(DirectoryInfo folder)
    {
        this.folder = folder;
        Targets =
        [
            ResultFileTarget.Create(),
            ReportTarget.Create(),
            PlanTextTarget.Create(),
            PlanChoiceTarget.OfExperiment(),
            PlanChoiceTarget.OfNetwork(),
            SafetensorsTarget.Create(folder.FullName),
            NpyTarget.Create(folder.FullName),
            OnnxTarget.Create(),
            NetworkNameTarget.Create(),
            DescriptionTarget.Create(),
            CheckTarget.Create(),
            CostModelTarget.Create(),
            QuestionOptionsTarget.Create(folder.FullName),
            CommandLineTarget.Create(),
            RunOptionsTarget.Create(),
            StoredCommandTarget.Create(),
            CoreListTarget.Create(),
            DeviceNameTarget.Create(),
            ProcessorListTarget.Create(),
            CpuInfoTarget.Create(),
            SysctlTarget.Create(folder.FullName),
            SystemFilesTarget.Create(folder.FullName),
        ];
    }

    public ImmutableArray<FuzzTarget> Targets { get; }

    public static IEnumerable<string> Names
    {
        get
        {
            using TargetCatalogue catalogue = Open();
            return [.. catalogue.Targets.Select(target => target.Name)];
        }
    }

    /// <summary>Makes a folder for parsers that read files; it goes away with the catalogue.</summary>
    public static TargetCatalogue Open() => new(Directory.CreateTempSubdirectory("guidelinebench-fuzzing-"));

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>The words that samples are made of.</summary>
    public static ImmutableArray<string> WordsOf(IEnumerable<byte[]> samples) =>
        [.. samples.SelectMany(sample => Word().Matches(Encoding.UTF8.GetString(sample))).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    public static ImmutableArray<byte[]> Bytes(params IEnumerable<string> samples) => [.. samples.Select(Encoding.UTF8.GetBytes)];

    [GeneratedRegex("[A-Za-z0-9_:=-]+")]
    private static partial Regex Word();
}
