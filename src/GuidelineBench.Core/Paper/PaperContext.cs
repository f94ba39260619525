using System.Text.Json.Serialization;

namespace GuidelineBench.Core.Paper;

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
