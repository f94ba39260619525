using System.Text.RegularExpressions;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Devices;

/// <summary>Finds loops by following branches: ILGPU's blocks stand in any order.</summary>
internal static class PtxLoop
{
    /// <returns>The blocks from which the first place of an instruction is reached and that are reached from it.</returns>
    public static string Around(string ptx, string instruction)
    {
        string[] blocks = Regex.Split(ptx, @"^(?=\s*\w+:\s*$)", RegexOptions.Multiline);
        Dictionary<string, int> labels = Enumerable.Range(0, blocks.Length)
            .Where(block => Label(blocks[block]).Success)
            .ToDictionary(block => Label(blocks[block]).Groups[1].Value);
        HashSet<int>[] reached = [.. blocks.Select((_, block) => Reached(block))];
        int inside = Array.FindIndex(blocks, block => block.Contains(instruction, StringComparison.Ordinal));
        return string.Concat(blocks.Where((_, block) => reached[inside].Contains(block) && reached[block].Contains(inside)));

        HashSet<int> Reached(int from)
        {
            var all = new HashSet<int>();
            var open = new Stack<int>([from]);
            while (open.TryPop(out int block))
                foreach (int next in Next(block).Where(all.Add))
                    open.Push(next);
            return all;
        }

        IEnumerable<int> Next(int block)
        {
            foreach (Match branch in Regex.Matches(blocks[block], @"\bbra(?:\.uni)?\s+(\w+);"))
                yield return labels[branch.Groups[1].Value];
            // Without a predicate before it, a branch or a return is the last of its block.
            if (block + 1 < blocks.Length && !Regex.IsMatch(blocks[block], @"^\s*(bra|ret)\b.*\s*$", RegexOptions.Multiline))
                yield return block + 1;
        }
    }

    private static Match Label(string block) => Regex.Match(block, @"^\s*(\w+):");
}
