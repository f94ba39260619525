using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace GuidelineBench.Core.Paper;

/// <summary>
/// The figures that the paper prints (Ma et al., ShuffleNet V2: Practical Guidelines for Efficient CNN Architecture
/// Design, ECCV 2018). Its GPU is a GTX 1080Ti, its CPU ("ARM") one thread of a Snapdragon 810.
/// </summary>
public static class PaperTables
{
    /// <summary>Ratio of input to output channels (G1).</summary>
    public static ControlledTable Table1 { get; } = Read("table1.json", PaperContext.Default.ControlledTable);

    /// <summary>Number of groups (G2).</summary>
    public static ControlledTable Table2 { get; } = Read("table2.json", PaperContext.Default.ControlledTable);

    /// <summary>Fragmentation (G3).</summary>
    public static ControlledTable Table3 { get; } = Read("table3.json", PaperContext.Default.ControlledTable);

    /// <summary>Element-wise operations (G4).</summary>
    public static ControlledTable Table4 { get; } = Read("table4.json", PaperContext.Default.ControlledTable);

    public static ArchitectureTable Table5 { get; } = Read("table5.json", PaperContext.Default.ArchitectureTable);

    public static LargeModelTable Table6 { get; } = Read("table6.json", PaperContext.Default.LargeModelTable);

    public static DetectionTable Table7 { get; } = Read("table7.json", PaperContext.Default.DetectionTable);

    public static ClassificationTable Table8 { get; } = Read("table8.json", PaperContext.Default.ClassificationTable);

    public static ResolutionTable AppendixTable1a { get; } = Read("appendix-table1a.json", PaperContext.Default.ResolutionTable);

    public static UnitTable AppendixTable1b { get; } = Read("appendix-table1b.json", PaperContext.Default.UnitTable);

    public static LargeArchitectureTable AppendixTable2 { get; } = Read("appendix-table2.json", PaperContext.Default.LargeArchitectureTable);

    public static RunTimeTable Figure2 { get; } = Read("figure2.json", PaperContext.Default.RunTimeTable);

    public static MobileTimeTable ShuffleNetV1Table8 { get; } = Read("shufflenet-v1-table8.json", PaperContext.Default.MobileTimeTable);

    /// <returns>The controlled experiment of that id (<c>table1</c> to <c>table4</c>), or null.</returns>
    public static ControlledTable? Controlled(string experiment) => experiment switch
    {
        "table1" => Table1,
        "table2" => Table2,
        "table3" => Table3,
        "table4" => Table4,
        _ => null,
    };

    private static T Read<T>(string resource, JsonTypeInfo<T> type)
    {
        using Stream stream = typeof(PaperTables).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing from this build.");
        return JsonSerializer.Deserialize(stream, type)
            ?? throw new InvalidOperationException($"The resource {resource} holds null.");
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ControlledTable))]
[JsonSerializable(typeof(ArchitectureTable))]
[JsonSerializable(typeof(LargeModelTable))]
[JsonSerializable(typeof(DetectionTable))]
[JsonSerializable(typeof(ClassificationTable))]
[JsonSerializable(typeof(ResolutionTable))]
[JsonSerializable(typeof(UnitTable))]
[JsonSerializable(typeof(LargeArchitectureTable))]
[JsonSerializable(typeof(RunTimeTable))]
[JsonSerializable(typeof(MobileTimeTable))]
internal sealed partial class PaperContext : JsonSerializerContext;
