using System.Collections.Immutable;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Execution.Buffers;

/// <summary>
/// Which buffer each map in memory has. Maps share a buffer when they are never needed at the same time:
/// a chain of layers needs its input's buffer and two more.
/// </summary>
/// <remarks>
/// The network's input has a buffer of its own, so that a run can be repeated. A step's output shares a buffer with one
/// of its inputs only where that is allowed; the other inputs are still there right after the step. The network's
/// output stays.
/// </remarks>
public sealed class BufferPlan
{
    private readonly ImmutableDictionary<int, int> bufferOfNode;

    private BufferPlan(ImmutableDictionary<int, int> bufferOfNode, ImmutableArray<long> bufferBytes)
    {
        this.bufferOfNode = bufferOfNode;
        BufferBytes = bufferBytes;
    }

    /// <summary>Size of each buffer: that of the largest map it holds.</summary>
    public ImmutableArray<long> BufferBytes { get; }

    /// <summary>The buffer of a node's output.</summary>
    /// <exception cref="KeyNotFoundException">The node's output is never written to memory.</exception>
    public int this[int node] => bufferOfNode[node];

    /// <param name="steps">In order of execution.</param>
    /// <param name="inputNode">The node that no step computes.</param>
    /// <param name="outputNode">The node whose value is wanted after the last step.</param>
    /// <param name="bytesOfNode">Size of a node's output in the plan's layout, for the whole batch.</param>
    /// <param name="overwritable">
    /// The operands of a step that its output may replace, because each of their values is read where it is written and
    /// by nobody later; null: none. A sum then writes lines that it has just read, and a network needs a map less.
    /// </param>
    /// <param name="sameSizeOnly">
    /// Whether only maps of one size share a buffer: for layouts whose borders are zeroed once and never written.
    /// </param>
    public static BufferPlan Create(
        ImmutableArray<PlanStep> steps, int inputNode, int outputNode, Func<int, long> bytesOfNode,
        Func<PlanStep, IEnumerable<int>>? overwritable = null, bool sameSizeOnly = false)
    {
        var lastRead = new Dictionary<int, int>();
        for (int step = 0; step < steps.Length; step++)
        {
            lastRead[steps[step].Output] = step;
            foreach (int input in steps[step].Inputs)
                lastRead[input] = step;
        }

        lastRead[inputNode] = lastRead[outputNode] = steps.Length;

        var bufferOfNode = ImmutableDictionary.CreateBuilder<int, int>();
        List<long> bytes = [bytesOfNode(inputNode)];
        bufferOfNode[inputNode] = 0;
        List<int> free = [];
        for (int step = 0; step < steps.Length; step++)
        {
            int output = steps[step].Output;
            int[] ending = [.. steps[step].Inputs.Append(output).Distinct().Where(node => lastRead[node] == step)];
            int[] replaced =
            [
                .. overwritable?.Invoke(steps[step]).Where(node => ending.Contains(node) && bytesOfNode(node) == bytesOfNode(output)) ?? [],
            ];
            bufferOfNode[output] = replaced.Length > 0
                ? bufferOfNode[replaced[0]]
                : Take(free, bytes, bytesOfNode(output), sameSizeOnly);
            free.AddRange(ending.Select(node => bufferOfNode[node]).Distinct().Where(buffer => buffer != bufferOfNode[output] || ending.Contains(output)));
        }

        return new BufferPlan(bufferOfNode.ToImmutable(), [.. bytes]);
    }

    /// <summary>The smallest free buffer that is large enough; else the largest free one, grown; else a new one.</summary>
    private static int Take(List<int> free, List<long> bytes, long needed, bool sameSizeOnly)
    {
        int[] candidates = [.. free.Where(buffer => !sameSizeOnly || bytes[buffer] == needed)];
        if (candidates.Length == 0)
        {
            bytes.Add(needed);
            return bytes.Count - 1;
        }

        int buffer = candidates.OrderBy(candidate => bytes[candidate] < needed)
            .ThenBy(candidate => bytes[candidate] < needed ? -bytes[candidate] : bytes[candidate])
            .First();
        free.Remove(buffer);
        bytes[buffer] = Math.Max(bytes[buffer], needed);
        return buffer;
    }
}
