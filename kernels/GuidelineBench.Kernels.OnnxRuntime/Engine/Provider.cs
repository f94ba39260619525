using System.Collections.Immutable;
using GuidelineBench.Execution.Backends;
using Microsoft.ML.OnnxRuntime;

namespace GuidelineBench.Kernels.OnnxRuntime.Engine;

/// <summary>An execution provider: what computes inside the engine.</summary>
/// <param name="Name">As <c>--provider</c> names it.</param>
/// <param name="Memory">Name of its memory where maps stay on a device; null: the host's.</param>
internal sealed record Provider(string Name, string? Memory = null)
{
    public const string Cpu = "CPU";

    private const string Suffix = "ExecutionProvider";

    /// <summary>Options by which each computes in FP32, by its documentation; all but the processor's have not been run.</summary>
    private static readonly ImmutableArray<Provider> Known =
    [
        new(Cpu),
        new("CUDA", "Cuda") { Fp32 = [("use_tf32", "0")], Tf32 = [("use_tf32", "1")] },
        new("TensorRT", "Cuda") { Fp32 = [("trt_fp16_enable", "0"), ("trt_int8_enable", "0")] },
        new("OpenVINO") { Fp32 = [("device_type", "CPU"), ("precision", "FP32"), ("num_streams", "1")] },
        new("XNNPACK"),
        new("CoreML") { Fp32 = [("ModelFormat", "NeuralNetwork")] },
        new("DML"),
    ];

    /// <summary>By which products are of 24 bits.</summary>
    private ImmutableArray<(string Key, string Value)> Fp32 { get; init; } = [];

    /// <summary>By which factors are rounded; empty where that cannot be asked for.</summary>
    private ImmutableArray<(string Key, string Value)> Tf32 { get; init; } = [];

    public static string Names => string.Join(", ", Known.Select(provider => provider.Name));

    public ImmutableArray<MathMode> Maths => Tf32.IsEmpty ? [MathMode.Fp32] : [MathMode.Fp32, MathMode.Tf32];

    public bool IsProcessor => Name == Cpu;

    /// <param name="name">Null: the processor's.</param>
    /// <exception cref="PlanException">It is unknown.</exception>
    public static Provider Of(string? name) => Known.FirstOrDefault(provider => provider.Name.Equals(name ?? Cpu, StringComparison.OrdinalIgnoreCase))
        ?? throw new PlanException($"unknown execution provider '{name}'; allowed: {Names}");

    public static string ShortName(string name) =>
        name.EndsWith(Suffix, StringComparison.Ordinal) ? Known.FirstOrDefault(known => name == known.Name + Suffix || name == known.Name.ToUpperInvariant() + Suffix)?.Name ?? name[..^Suffix.Length] : name;

    /// <exception cref="PlanException">The library was built without it.</exception>
    public void Check(EngineLibrary library)
    {
        if (!library.Providers.Contains(Name, StringComparer.OrdinalIgnoreCase))
            throw new PlanException($"ONNX Runtime {library.Version} has no execution provider {Name}; it has {string.Join(", ", library.Providers)}");
    }

    /// <summary>Operators that it cannot take fail the session: on the processor they would be measured under its name.</summary>
    public void Append(SessionOptions session, PlanOptions options)
    {
        if (IsProcessor)
            return;
        session.AddSessionConfigEntry("session.disable_cpu_ep_fallback", "1");
        var settings = (options.Math == MathMode.Tf32 ? Tf32 : Fp32).ToDictionary(setting => setting.Key, setting => setting.Value);
        switch (Name)
        {
            case "CUDA":
                using (var cuda = new OrtCUDAProviderOptions())
                {
                    cuda.UpdateOptions(settings);
                    session.AppendExecutionProvider_CUDA(cuda);
                }

                break;
            case "TensorRT":
                using (var tensorRt = new OrtTensorRTProviderOptions())
                {
                    tensorRt.UpdateOptions(settings);
                    session.AppendExecutionProvider_Tensorrt(tensorRt);
                }

                break;
            case "DML":
                session.EnableMemoryPattern = false;
                session.AppendExecutionProvider_DML();
                break;
            default:
                if (Name == "XNNPACK")
                    settings["intra_op_num_threads"] = FormattableString.Invariant($"{options.Threads}");
                session.AppendExecutionProvider(Name, settings);
                break;
        }
    }
}
