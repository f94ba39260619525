using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;

namespace GuidelineBench.Benchmarks.Requests;

/// <summary>Compares a plan's outputs with Reference.</summary>
/// <param name="input">batch x channels x height x width.</param>
/// <param name="seed">Of the choice of output pixels.</param>
/// <returns>Largest |ours - Reference| over largest |Reference|.</returns>
public delegate double PlanVerifier(IPlan plan, NetworkParameters parameters, float[] input, int seed);
