using System.Text.Json.Serialization;

namespace GuidelineBench.Core.Results;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ResultFile))]
internal sealed partial class ResultFileContext : JsonSerializerContext;
